/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** An agent in a container's JVM, for which all of {@code java.time} is wrong by some seconds. */
final class WrongClock implements ClassFileTransformer {
    private static final String CLOCK = "java/time/Clock";

    private final long seconds;

    private WrongClock(long seconds) {
        this.seconds = seconds;
    }

    /** @param seconds by which the clock is ahead */
    public static void premain(String seconds, Instrumentation jvm) throws UnmodifiableClassException {
        jvm.addTransformer(new WrongClock(Long.parseLong(seconds)), true);
        jvm.retransformClasses(Clock.class);
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] original) {
        if (!CLOCK.equals(name)) {
            return null;
        }
        ClassWriter changed = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        new ClassReader(original).accept(new Later(changed, seconds), 0);
        return changed.toByteArray();
    }

    /** Where all clocks and {@code Instant.now()} ask. */
    private static final class Later extends ClassVisitor {
        private final long seconds;

        Later(ClassVisitor next, long seconds) {
            super(Opcodes.ASM9, next);
            this.seconds = seconds;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String generic, String[] thrown) {
            MethodVisitor method = super.visitMethod(access, name, type, generic, thrown);
            return !name.equals("currentInstant")
                    ? method
                    : new MethodVisitor(Opcodes.ASM9, method) {
                        @Override
                        public void visitInsn(int code) {
                            if (code == Opcodes.ARETURN) {
                                visitLdcInsn(seconds);
                                visitMethodInsn(
                                        Opcodes.INVOKEVIRTUAL,
                                        "java/time/Instant",
                                        "plusSeconds",
                                        "(J)Ljava/time/Instant;",
                                        false);
                            }
                            super.visitInsn(code);
                        }
                    };
        }
    }

    /** The option of a JVM whose clock is so many seconds ahead. */
    static String option(Path folder, long seconds) throws IOException {
        Path jar = folder.resolve("wrong-clock.jar");
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", WrongClock.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        attributes.put(
                Attributes.Name.CLASS_PATH,
                ClassReader.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (String each : List.of("WrongClock", "WrongClock$Later", "WrongClock$Later$1")) {
                try (InputStream in = WrongClock.class.getResourceAsStream(each + ".class")) {
                    out.putNextEntry(
                            new JarEntry(WrongClock.class.getPackageName().replace('.', '/') + "/" + each + ".class"));
                    in.transferTo(out);
                }
            }
        }
        return "-javaagent:" + jar + "=" + seconds;
    }
}
