package org.fingerpost.platform.engine;

import java.util.Map;
import org.camunda.bpm.engine.variable.type.SerializableValueType;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * A list of options as JSON text, typed {@code json}, which is what Tasklist shows as the options of a select and sends back for a
 * checklist. It exists on the way to and from the browser only; {@link RefusedValues} keeps it out of the engine.
 *
 * @param text the JSON text; never {@code null}
 */
record OptionsValue(String text) implements SerializableValue {

  private static final long serialVersionUID = 1L;

  static final SerializableValueType TYPE = new Type();

  @Override
  public boolean isDeserialized() {
    return true;
  }

  @Override
  public Object getValue() {
    return text;
  }

  @Override
  public String getValueSerialized() {
    return text;
  }

  @Override
  public String getSerializationDataFormat() {
    return "application/json";
  }

  @Override
  public SerializableValueType getType() {
    return TYPE;
  }

  @Override
  public boolean isTransient() {
    return true;
  }

  private static final class Type implements SerializableValueType {

    private static final long serialVersionUID = 1L;

    @Override
    public SerializableValue createValueFromSerialized(String serialized, Map<String, Object> info) {
      return new OptionsValue(serialized);
    }

    @Override
    public String getName() {
      return "json";
    }

    @Override
    public boolean isPrimitiveValueType() {
      return false;
    }

    @Override
    public Map<String, Object> getValueInfo(TypedValue value) {
      return Map.of();
    }

    @Override
    public TypedValue createValue(Object value, Map<String, Object> info) {
      return new OptionsValue(String.valueOf(value));
    }

    @Override
    public ValueType getParent() {
      return null;
    }

    @Override
    public boolean canConvertFromTypedValue(TypedValue value) {
      return false;
    }

    @Override
    public TypedValue convertFromTypedValue(TypedValue value) {
      throw new IllegalArgumentException("Options are not converted from another type");
    }

    @Override
    public boolean isAbstract() {
      return false;
    }
  }
}
