#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace firn {

/// Bytes per second, 1 to 2^63 - 1: "20 MB/s" is ByteRate{20'000'000}.
class ByteRate {
  public:
    constexpr explicit ByteRate(std::int64_t bytes_per_second) : bytes_per_second_{bytes_per_second} {}
    [[nodiscard]] constexpr std::int64_t bytes_per_second() const { return bytes_per_second_; }
    friend constexpr auto operator<=>(ByteRate, ByteRate) = default;

  private:
    std::int64_t bytes_per_second_;
};

/// Text that reads back as the same rate: "20 MB/s".
[[nodiscard]] std::string to_text(ByteRate rate);

}  // namespace firn
