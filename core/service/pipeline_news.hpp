#pragma once

#include "core/random/stream.hpp"
#include "core/service/bundle.hpp"
#include "core/service/failure.hpp"
#include "core/service/file.hpp"
#include "core/service/place_settings.hpp"
#include "core/service/stored_archive.hpp"
#include "core/service/uploads.hpp"

#include <cstdint>
#include <functional>

namespace firn::service {

/// Who wants to hear of what happens in a pipeline; each may be empty.
struct PipelineListeners {
    std::function<void(const File&)> on_arrival{};
    std::function<void(const StoredArchive&)> on_stored{};
    std::function<void(const Failure&)> on_failure{};
};

/// Tells them.
class PipelineNews {
  public:
    /// The settings outlive it.
    PipelineNews(PipelineListeners listeners, const BundlingPolicy& bundling, std::uint64_t seed);

    void arrived(const File& file) const {
        if (listeners_.on_arrival) listeners_.on_arrival(file);
    }
    /// The upload of an archive has ended.
    void stored(const Bundle& bundle, Duration done) const;
    /// An attempt to fetch a file failed, or the file leaves without having been stored.
    void file_failed(Failure::Kind kind, const File& file, Duration now) const;
    /// An attempt that did not store its archive.
    void upload_failed(const Uploads::Ended& ended) const;

  private:
    [[nodiscard]] FilePlace representative_of(const Bundle& bundle) const;

    PipelineListeners listeners_;
    const BundlingPolicy& bundling_;
    random::Stream representatives_;
};

}  // namespace firn::service
