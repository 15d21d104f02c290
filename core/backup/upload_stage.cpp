#include "core/backup/upload_stage.hpp"

#include <algorithm>

namespace firn::backup {

UploadStage::UploadStage(const PipelineSettings& settings, Duration latest)
    : latency_{settings.upload_latency},
      transfer_{settings.upload_rate},
      calls_{settings},
      latest_{latest},
      pool_{settings.uploaders} {}

Upload UploadStage::upload(const ClosedBundle& bundle) {
    Upload upload;
    upload.billed_requests = billed_requests(bundle.archive);
    upload.calls = calls_.waited_for(bundle.archive, upload.billed_requests);
    upload.done = end_of(std::max(bundle.closed, pool_.earliest_free()), bundle.archive, upload.calls);
    pool_.occupy_earliest(upload.done);
    return upload;
}

std::uint64_t UploadStage::billed_requests(Bytes archive) {
    const auto billed = calls_.billed(archive);
    if (!billed) note({Trouble::Kind::archive_too_large, archive});
    return billed.value_or(1);
}

Duration UploadStage::end_of(Duration start, Bytes archive, std::uint64_t calls) {
    const UInt128 waiting = static_cast<UInt128>(latency_.count()) * calls;
    const UInt128 sending = static_cast<std::uint64_t>(transfer_.of(archive).count());
    const UInt128 end = static_cast<std::uint64_t>(start.count()) + waiting + sending;
    if (end <= static_cast<std::uint64_t>(latest_.count())) return Duration{static_cast<std::int64_t>(end)};
    note({Trouble::Kind::time_out_of_range, {}});
    return latest_;
}

void UploadStage::note(Trouble trouble) {
    if (!trouble_) trouble_ = trouble;
}

}  // namespace firn::backup
