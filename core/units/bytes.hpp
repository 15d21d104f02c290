#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace firn {

/// A number of bytes from 0 to 2^63 - 1 (8 EiB): the size of a file, a bundle, an archive.
///
///     Bytes{25'000'000}          25 MB
///     Bytes::from_mib(24)        24 MiB = 25,165,824 bytes
///
/// GB is 10^9 and GiB is 2^30, always. What the vendor's price list calls GB is 2^30; a price book says so
/// itself.
class Bytes {
  public:
    constexpr Bytes() = default;
    constexpr explicit Bytes(std::int64_t count) : count_{count} {}

    static constexpr Bytes from_kib(std::int64_t n) { return Bytes{n << 10}; }
    static constexpr Bytes from_mib(std::int64_t n) { return Bytes{n << 20}; }
    static constexpr Bytes from_gib(std::int64_t n) { return Bytes{n << 30}; }
    static constexpr Bytes from_tib(std::int64_t n) { return Bytes{n << 40}; }

    [[nodiscard]] constexpr std::int64_t count() const { return count_; }

    constexpr Bytes& operator+=(Bytes other) {
        count_ += other.count_;
        return *this;
    }
    constexpr Bytes& operator-=(Bytes other) {
        count_ -= other.count_;
        return *this;
    }
    friend constexpr Bytes operator+(Bytes a, Bytes b) { return a += b; }
    friend constexpr Bytes operator-(Bytes a, Bytes b) { return a -= b; }
    friend constexpr Bytes operator*(Bytes a, std::int64_t n) { return Bytes{a.count_ * n}; }
    friend constexpr auto operator<=>(Bytes, Bytes) = default;

  private:
    std::int64_t count_ = 0;
};

/// Text that reads back as the same number: the largest binary or decimal unit of which it is a whole
/// multiple.
///
///     "25 MB"   "24 MiB"   "1 GiB"   "1536 KiB"   "259229 B"
[[nodiscard]] std::string to_text(Bytes bytes);

/// Text for people, three significant digits in decimal units: "25.0 MB", "1.52 TB", "812 B".
[[nodiscard]] std::string to_rough_text(Bytes bytes);

}  // namespace firn
