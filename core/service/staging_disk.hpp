#pragma once

#include "core/units/bytes.hpp"

#include <algorithm>
#include <optional>

namespace firn::service {

/// The disk on which files lie from the start of their fetch to the end of their upload.
class StagingDisk {
  public:
    /// No size: nothing ever fills it.
    explicit StagingDisk(std::optional<Bytes> size) : size_{size} {}

    /// Whether so much fits, or the disk is empty: else a file larger than the disk would wait for ever.
    [[nodiscard]] bool takes(Bytes bytes) const {
        return !size_ || used_ == Bytes{0} || (bytes <= *size_ && used_ <= *size_ - bytes);
    }
    void take(Bytes bytes) {
        used_ += bytes;
        most_ = std::max(most_, used_);
    }
    void give_back(Bytes bytes) { used_ -= bytes; }

    [[nodiscard]] Bytes used() const { return used_; }
    /// The most that ever lay there.
    [[nodiscard]] Bytes most() const { return most_; }

  private:
    std::optional<Bytes> size_;
    Bytes used_{};
    Bytes most_{};
};

}  // namespace firn::service
