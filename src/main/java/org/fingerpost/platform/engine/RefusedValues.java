package org.fingerpost.platform.engine;

import java.util.List;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Refuses the kinds of process variable that could carry anything: objects, files, bytes and our own JSON options. */
class RefusedValues extends AbstractTypedValueSerializer<TypedValue> {

  private RefusedValues(ValueType type) {
    super(type);
  }

  static List<TypedValueSerializer<?>> all() {
    return List.of(
        new RefusedValues(ValueType.OBJECT),
        new RefusedValues(ValueType.FILE),
        new RefusedValues(ValueType.BYTES),
        new RefusedValues(OptionsValue.TYPE));
  }

  @Override
  public String getName() {
    return getType().getName();
  }

  @Override
  protected boolean canWriteValue(TypedValue value) {
    if (value.getType() != null) {
      return getType().getName().equals(value.getType().getName());
    }
    Object plain = value.getValue();
    return ValueType.OBJECT.equals(getType()) && plain != null && !isScalar(plain);
  }

  private static boolean isScalar(Object value) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof java.util.Date;
  }

  @Override
  public TypedValue convertToTypedValue(UntypedValueImpl untypedValue) {
    return untypedValue;
  }

  @Override
  public void writeValue(TypedValue value, ValueFields fields) {
    throw new NotValidException(
        "The variable '%s' may not be of the type %s; the engine keeps flags, counts, codes and dates only"
            .formatted(fields.getName(), getName()));
  }

  @Override
  public TypedValue readValue(ValueFields fields, boolean deserialize, boolean asTransientValue) {
    throw new NotValidException("Variables of the type %s are not read".formatted(getName()));
  }
}
