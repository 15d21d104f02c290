#pragma once

#include "core/units/time.hpp"

#include <array>
#include <cstdint>

namespace firn::io {

/// Reads times such as "2013-03-05T07:30:15.25Z" quickly, and remembers the last date: in a trace most rows
/// have that of the row above.
class UtcTimes {
  public:
    /// So many characters from its beginning must be there for take().
    static constexpr int kRoom = 40;

    /// Where the time ends, or null for what parse_rfc3339() must judge: another form, another zone, no time.
    [[nodiscard]] const char* take(const char* at, std::int64_t& micros);

  private:
    [[nodiscard]] bool is_last_date(const char* at) const;
    [[nodiscard]] bool take_date(const char* at);

    static constexpr int kDateLength = 10;
    std::array<char, kDateLength> date_{};  ///< "2013-03-05"
    std::int64_t midnight_ = 0;             ///< of that date, in microseconds since 1970
};

}  // namespace firn::io
