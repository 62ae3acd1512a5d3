/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/** Presents consecutive rows as one list. Not thread-safe. */
class RowSequence extends JsonParserDelegate {
    private JsonToken bracket;
    private boolean began;
    private boolean ended;
    private int depth;

    RowSequence(JsonParser rows) {
        super(rows);
    }

    @Override
    public JsonToken nextToken() throws IOException {
        if (!began) {
            began = true;
            bracket = JsonToken.START_ARRAY;
            return bracket;
        }
        if (ended) {
            bracket = null;
            return null;
        }
        bracket = null;
        JsonToken token = next();
        if (token == null) {
            ended = true;
            bracket = JsonToken.END_ARRAY;
            return bracket;
        }
        if (token.isStructStart()) {
            depth++;
        } else if (token.isStructEnd()) {
            depth--;
            if (depth == 0) {
                rowEnds();
            }
        }
        return token;
    }

    /** The next token of the rows; null at the end. */
    JsonToken next() throws IOException {
        return delegate.nextToken();
    }

    /** Called after each complete row. */
    void rowEnds() throws IOException {}

    @Override
    public JsonToken currentToken() {
        return ended || bracket != null ? bracket : delegate.currentToken();
    }

    @Override
    public int currentTokenId() {
        JsonToken token = currentToken();
        return token == null ? JsonToken.NOT_AVAILABLE.id() : token.id();
    }

    @Override
    public boolean hasToken(JsonToken token) {
        return currentToken() == token;
    }

    @Override
    public boolean hasTokenId(int id) {
        return currentTokenId() == id;
    }

    @Override
    public boolean hasCurrentToken() {
        return currentToken() != null;
    }

    @Override
    public JsonParser skipChildren() throws IOException {
        if (currentToken() == null || !currentToken().isStructStart()) {
            return this;
        }
        int open = 1;
        while (open > 0) {
            JsonToken token = nextToken();
            if (token == null) {
                return this;
            }
            open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
        return this;
    }
}
