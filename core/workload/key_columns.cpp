#include "core/workload/key_columns.hpp"

#include "core/random/splitmix.hpp"
#include "core/workload/key_hash.hpp"

namespace firn::workload {

FileKey file_key(std::string_view key, const FileColumns& columns) {
    const std::string_view bare = bare_key(key);
    return {.owner = columns.owners ? key_hash(first_parts(bare, 1)) : 0,
            .prefix = columns.prefix_parts > 0 ? key_hash(first_parts(bare, columns.prefix_parts)) : 0,
            .key = columns.keys ? key_hash(bare) : 0};
}

std::uint64_t hash_of_copy(std::uint64_t hash, std::int64_t copy) {
    return copy == 0 ? hash : random::draw(hash, static_cast<std::uint64_t>(copy) - 1);
}

}  // namespace firn::workload
