package org.fingerpost.community;

/** Where a new group goes on after something did not work out. Words: {@code community.further.<CODE>}. */
public enum Further {
  INTEREST(GroupState.INTEREST),
  VENUE(GroupState.VENUE),
  TRIAL(GroupState.TRIAL),
  MARK(GroupState.MARK),
  LISTING(GroupState.LISTING),
  CLOSE(GroupState.CLOSED);

  private final GroupState state;

  Further(GroupState state) {
    this.state = state;
  }

  GroupState state() {
    return state;
  }
}
