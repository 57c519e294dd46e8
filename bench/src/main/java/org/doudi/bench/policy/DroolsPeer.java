package org.doudi.bench.policy;

import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.io.ResourceFactory;
import org.kie.internal.utils.KieHelper;

/** Rules A to H in DRL, compiled to Drools' executable model, one session a household. */
final class DroolsPeer {
    private final KieBase rules;

    DroolsPeer() {
        KieHelper helper = new KieHelper();
        helper.addResource(
                ResourceFactory.newClassPathResource("org/doudi/bench/policy/core.drl", "UTF-8", getClass()),
                ResourceType.DRL);
        rules = helper.build(ExecutableModelProject.class);
    }

    /** The digest of what the rules decide about one household. */
    long assess(List<Object> facts) {
        KieSession session = rules.newKieSession();
        try {
            DroolsFacts.Answer answer = new DroolsFacts.Answer();
            session.setGlobal("answer", answer);
            facts.forEach(session::insert);
            session.fireAllRules();
            return answer.digest();
        } finally {
            session.dispose();
        }
    }
}
