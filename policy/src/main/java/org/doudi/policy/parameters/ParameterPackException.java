package org.doudi.policy.parameters;

import java.util.List;
import java.util.stream.Collectors;

/** A pack that cannot be used, with everything that is wrong in it. */
public final class ParameterPackException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<PackProblem> problems;

    /** Says what is wrong; at least one problem. */
    public ParameterPackException(List<PackProblem> problems) {
        super(problems.stream().map(PackProblem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong. */
    public List<PackProblem> problems() {
        return problems;
    }
}
