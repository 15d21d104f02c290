#pragma once

#include <compare>
#include <cstdint>

namespace firn {

/// A number that names one thing of a kind. Ids of different kinds neither convert nor compare, and integers
/// are no ids.
///
///     using ArchiveId = Id<struct ArchiveTag>;
template <class Tag>
class Id {
  public:
    constexpr explicit Id(std::uint64_t value) : value_{value} {}
    [[nodiscard]] constexpr std::uint64_t value() const { return value_; }
    friend constexpr auto operator<=>(Id, Id) = default;

  private:
    std::uint64_t value_;
};

}  // namespace firn
