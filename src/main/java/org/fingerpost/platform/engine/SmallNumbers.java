package org.fingerpost.platform.engine;

import java.util.List;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.variable.serializer.DoubleValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.IntegerValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.LongValueSerlializer;
import org.camunda.bpm.engine.impl.variable.serializer.ShortValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.value.DoubleValue;
import org.camunda.bpm.engine.variable.value.IntegerValue;
import org.camunda.bpm.engine.variable.value.LongValue;

/** Numbers in variables are counts. From a million on they may be somebody's number: an NHS number, a telephone. */
final class SmallNumbers {

  private static final double MILLION = 1_000_000;

  private SmallNumbers() {}

  static List<TypedValueSerializer<?>> all() {
    return List.of(new Integers(), new Longs(), new ShortValueSerializer(), new Doubles());
  }

  private static void check(Number value, ValueFields fields) {
    if (value != null && !(Math.abs(value.doubleValue()) < MILLION)) {
      throw new NotValidException(
          "The variable '%s' may hold a count below a million, not a number that is somebody's".formatted(fields.getName()));
    }
  }

  private static final class Integers extends IntegerValueSerializer {

    @Override
    public void writeValue(IntegerValue value, ValueFields fields) {
      check(value.getValue(), fields);
      super.writeValue(value, fields);
    }
  }

  private static final class Longs extends LongValueSerlializer {

    @Override
    public void writeValue(LongValue value, ValueFields fields) {
      check(value.getValue(), fields);
      super.writeValue(value, fields);
    }
  }

  private static final class Doubles extends DoubleValueSerializer {

    @Override
    public void writeValue(DoubleValue value, ValueFields fields) {
      check(value.getValue(), fields);
      super.writeValue(value, fields);
    }
  }
}
