#include "core/backup/upload_calls.hpp"

namespace firn::backup {

std::optional<std::uint64_t> UploadCalls::billed(Bytes archive) const {
    if (archive <= storage::kLargestSingleUpload) return 1;
    const auto plan = storage::plan_parts(archive, std::nullopt, part_rule_);
    if (!plan) return std::nullopt;
    return static_cast<std::uint64_t>(plan->parts);
}

std::uint64_t UploadCalls::waited_for(Bytes archive, std::uint64_t billed) const {
    if (!call_size_) return billed;
    if (archive <= *call_size_) return 1;
    const auto size = static_cast<std::uint64_t>(archive.count());
    const auto call = static_cast<std::uint64_t>(call_size_->count());
    return 2 + (size + call - 1) / call;
}

}  // namespace firn::backup
