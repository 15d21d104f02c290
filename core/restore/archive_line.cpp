#include "core/restore/archive_line.hpp"

namespace firn::restore {

ArchiveLine::ArchiveLine(const ArchiveSizes& sizes, Bytes piece, Direction direction)
    : sizes_{sizes}, piece_{piece}, direction_{direction}, end_{sizes.count()} {}

std::int64_t ArchiveLine::take(std::int64_t most_pieces) {
    const Bytes room{most_pieces * piece_.count()};
    const std::int64_t first = first_;
    const std::int64_t end = end_;
    switch (direction_) {
        case Direction::forward:
            first_ += sizes_.fitting(first, end, room);
            return (sizes_.bytes_before(first_) - sizes_.bytes_before(first)).count() / piece_.count();
        case Direction::backward:
            end_ -= sizes_.fitting_before(end, room);
            return (sizes_.bytes_before(end) - sizes_.bytes_before(end_)).count() / piece_.count();
    }
    return 0;
}

}  // namespace firn::restore
