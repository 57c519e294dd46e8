package org.doudi.bench.data;

import java.util.List;

/** A household of one to five people in one village. */
record Family(String village, List<Person> members) {}
