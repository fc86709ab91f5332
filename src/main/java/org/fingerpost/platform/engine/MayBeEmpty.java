package org.fingerpost.platform.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A variable of a process's contract that a step may read before anybody has written it. The checks of models read this. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayBeEmpty {

  /** Why nothing goes wrong then. */
  String value();
}
