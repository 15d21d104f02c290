#pragma once

#include "core/backup/bundle_policy.hpp"
#include "core/backup/pipeline_settings.hpp"

namespace firn::backup {

/// The same pipeline with bundles by this policy.
[[nodiscard]] PipelineSettings with_policy(PipelineSettings settings, const BundlePolicy& policy);

}  // namespace firn::backup
