package org.fingerpost.introduction.process;

import org.fingerpost.platform.engine.ProcessVariable;

/**
 * What {@code suspend-mark} hands to the steps in it that are about introductions. The model is the contract: introductions know
 * nothing of kite marks, and kite marks nothing of introductions.
 */
final class MarkVariables {

  static final ProcessVariable<String> ORGANISATION_ID = ProcessVariable.code("organisationId");
  static final ProcessVariable<String> REASON_CODE = ProcessVariable.code("reasonCode");
  static final ProcessVariable<Integer> PAUSED_COUNT = ProcessVariable.count("pausedCount");
  static final ProcessVariable<Integer> RESUMED_COUNT = ProcessVariable.count("resumedCount");
  static final ProcessVariable<Integer> RELEASED_COUNT = ProcessVariable.count("releasedCount");

  private MarkVariables() {}
}
