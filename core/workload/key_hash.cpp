#include "core/workload/key_hash.hpp"

#include <algorithm>
#include <cstddef>

namespace firn::workload {

std::string_view bare_key(std::string_view key) {
    for (;;) {
        if (key.starts_with("./")) {
            key.remove_prefix(2);
        } else if (key.starts_with('/')) {
            key.remove_prefix(1);
        } else {
            return key;
        }
    }
}

std::string_view first_parts(std::string_view key, unsigned parts) {
    std::size_t end = key.find('/');
    for (; parts > 1 && end != std::string_view::npos; --parts)
        end = key.find('/', end + 1);
    return key.substr(0, std::min(end, key.size()));
}

}  // namespace firn::workload
