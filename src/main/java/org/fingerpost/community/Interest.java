package org.fingerpost.community;

/** Whether enough people would come, as table {@code group-interest} proposes it and the officer decides. */
public enum Interest {
  ENOUGH,
  WAIT,
  TOO_FEW
}
