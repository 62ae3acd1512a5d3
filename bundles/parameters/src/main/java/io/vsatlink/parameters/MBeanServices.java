package io.vsatlink.parameters;

import java.util.Hashtable;
import javax.management.DynamicMBean;
import javax.management.ObjectName;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** MBeans as services: the host's JMX whiteboard picks them up, and lets go of them when their bundle stops. */
public final class MBeanServices {
    private static final String DOMAIN = "io.vsatlink";

    private MBeanServices() {}

    /** @param keys the key properties of the object name in their order, for instance {@code type=Satprov,name=uat} */
    public static ServiceRegistration<DynamicMBean> register(BundleContext bundle, String keys, DynamicMBean mbean) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("jmx.objectname", DOMAIN + ":" + keys);
        return bundle.registerService(DynamicMBean.class, mbean, properties);
    }

    /** A value that is safe in an object name, quoted only where it must be. */
    public static String nameKey(String value) {
        return value.matches("[A-Za-z0-9._-]+") ? value : ObjectName.quote(value);
    }
}
