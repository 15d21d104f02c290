#pragma once

#include "core/random/stream.hpp"

#include <array>
#include <cstdint>

namespace firn::random {

/// The draws of a stream for who takes them in ascending order: many at once, which costs a fraction of one
/// by one.
class DrawsAhead {
  public:
    explicit DrawsAhead(const Stream& stream) : stream_{stream} {}

    /// Draw number n of the stream.
    [[nodiscard]] std::uint64_t at(std::uint64_t n) {
        if (n - first_ >= drawn_) {
            first_ = n;
            drawn_ = draws_.size();
            stream_.fill(n, draws_);
        }
        return draws_[n - first_];
    }

  private:
    Stream stream_;
    std::uint64_t first_ = 0;
    std::uint64_t drawn_ = 0;
    std::array<std::uint64_t, 64> draws_{};
};

}  // namespace firn::random
