#include "core/workload/drawn_owners.hpp"

#include "core/random/stream.hpp"

#include <utility>

namespace firn::workload {

FileSource with_drawn_owners(FileSource source, const DrawnOwners& owners) {
    return [source = std::move(source), stream = random::Stream{owners.seed, "workload/owners"},
            count = owners.count, file = owners.first_file](FileBlock& block) mutable {
        Result<bool> more = source(block);
        block.owners.resize(block.files());
        stream.fill_below(file, count, block.owners);
        file += block.files();
        return more;
    };
}

}  // namespace firn::workload
