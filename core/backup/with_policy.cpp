#include "core/backup/with_policy.hpp"

namespace firn::backup {

PipelineSettings with_policy(PipelineSettings settings, const BundlePolicy& policy) {
    settings.packing = policy.packing;
    settings.bundle_size = policy.size;
    settings.max_age = policy.max_age;
    return settings;
}

}  // namespace firn::backup
