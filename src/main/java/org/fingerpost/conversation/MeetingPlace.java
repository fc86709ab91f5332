package org.fingerpost.conversation;

/** Where people meet, by kind. Words: {@code conversation.place.<CODE>}. */
public enum MeetingPlace {
  HOME,
  SURGERY,
  COMMUNITY,
  PHONE,
  VIDEO
}
