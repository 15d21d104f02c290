#pragma once

#include "core/backup/bundler.hpp"
#include "core/backup/pipeline_settings.hpp"
#include "core/backup/transfer_time.hpp"
#include "core/backup/trouble.hpp"
#include "core/backup/upload_calls.hpp"
#include "core/sim/fifo_pool.hpp"

#include <cstdint>
#include <optional>

namespace firn::backup {

/// An archive's way up.
struct Upload {
    Duration done{};
    /// What the uploader waits for.
    std::uint64_t calls = 1;
    /// What the service bills.
    std::uint64_t billed_requests = 1;
};

/// The uploaders: closed bundles go in, in order of closing.
class UploadStage {
  public:
    UploadStage(const PipelineSettings& settings, Duration latest);

    [[nodiscard]] Upload upload(const ClosedBundle& bundle);

    /// The first thing that was out of range; what came after it means nothing.
    [[nodiscard]] const std::optional<Trouble>& trouble() const { return trouble_; }

  private:
    [[nodiscard]] std::uint64_t billed_requests(Bytes archive);
    [[nodiscard]] Duration end_of(Duration start, Bytes archive, std::uint64_t calls);
    void note(Trouble trouble);

    Duration latency_;
    TransferTime transfer_;
    UploadCalls calls_;
    Duration latest_;
    sim::FifoPool pool_;
    std::optional<Trouble> trouble_;
};

}  // namespace firn::backup
