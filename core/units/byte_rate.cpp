#include "core/units/byte_rate.hpp"

#include "core/units/bytes.hpp"

namespace firn {

std::string to_text(ByteRate rate) { return to_text(Bytes{rate.bytes_per_second()}) + "/s"; }

}  // namespace firn
