package org.fingerpost.platform.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A variable of a process's contract that the program brings from outside, when it starts the process or with a message, although the
 * process writes it later too. The checks of models read this.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Given {

  /** The events that it comes with; without one, however the process begins. */
  String[] at() default {};
}
