package org.fingerpost.platform.engine;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.variable.serializer.StringValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.value.StringValue;

/** Keeps people out of process variables: a text must look like a code, an id or a date, and must not be an NHS or telephone number. */
class CodeOnlyStrings extends StringValueSerializer {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

  /** Nine digits and more, however they are grouped, may be an NHS number or a telephone number; a day has eight. */
  private static final Pattern MANY_DIGITS = Pattern.compile("[.:_-]*(?:[0-9][.:_-]*){9,}");

  static boolean isCode(String text) {
    return text == null || CODE.matcher(text).matches() && !MANY_DIGITS.matcher(text).matches();
  }

  @Override
  public void writeValue(StringValue value, ValueFields fields) {
    if (!isCode(value.getValue())) {
      // The value itself stays out of the message: it may be exactly what must not be written down here.
      throw new NotValidException(
          "The variable '%s' may hold a code, an id or a date of at most 64 characters, not words about a person"
              .formatted(fields.getName()));
    }
    super.writeValue(value, fields);
  }
}
