#pragma once

#include "core/backup/pipeline_settings.hpp"
#include "core/storage/multipart.hpp"
#include "core/units/bytes.hpp"

#include <cstdint>
#include <optional>

namespace firn::backup {

/// How many calls the upload of an archive takes.
class UploadCalls {
  public:
    explicit UploadCalls(const PipelineSettings& settings)
        : call_size_{settings.call_size}, part_rule_{settings.part_rule} {}

    /// What the service bills; none for an archive that it does not take.
    [[nodiscard]] std::optional<std::uint64_t> billed(Bytes archive) const;
    /// What an uploader waits for.
    [[nodiscard]] std::uint64_t waited_for(Bytes archive, std::uint64_t billed) const;

  private:
    std::optional<Bytes> call_size_;
    storage::PartRule part_rule_;
};

}  // namespace firn::backup
