package org.doudi.policy.explain;

import org.doudi.policy.Assessment;
import org.doudi.policy.AssetRule;
import org.doudi.policy.Assets;
import org.doudi.policy.Household;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;

/** Households whose assets are brought within the limits. */
final class AssetRemedy {
    private AssetRemedy() {}

    /** The household with one kind of asset within its limit. */
    static Household within(Household h, Assessment now, AssetRule rule) {
        return h.toBuilder().assets(within(h.assets(), now, rule)).build();
    }

    /** The household with all assets within their limits. */
    static Household withinAll(Household h, Assessment now) {
        Assets assets = h.assets();
        for (AssetRule rule : AssetRule.values()) {
            if (now.breaks(rule)) {
                assets = within(assets, now, rule);
            }
        }
        return h.toBuilder().assets(assets).build();
    }

    private static Assets within(Assets a, Assessment now, AssetRule rule) {
        return switch (rule) {
            case FINANCIAL -> new Assets(0, a.houses(), a.cars(), a.machines(), a.business());
            case HOUSES -> {
                int limit = limit(now, Parameter.ASSET_HOUSES);
                yield new Assets(a.financialFen(), limit, a.cars(), a.machines(), a.business());
            }
            case CARS -> {
                int limit = limit(now, Parameter.ASSET_CARS);
                yield new Assets(a.financialFen(), a.houses(), limit, a.machines(), a.business());
            }
            case MACHINES -> {
                int limit = limit(now, Parameter.ASSET_MACHINES);
                yield new Assets(a.financialFen(), a.houses(), a.cars(), limit, a.business());
            }
            case BUSINESS -> new Assets(a.financialFen(), a.houses(), a.cars(), a.machines(), false);
        };
    }

    private static int limit(Assessment now, Parameter parameter) {
        ParameterValue value = now.parameters().value(parameter);
        return value == null ? 0 : (int) value.value();
    }
}
