#include "core/workload/read_twice.hpp"

#include <deque>
#include <memory>
#include <utility>

namespace firn::workload {

namespace {

/// What one call of the source came to.
struct Read {
    Result<bool> more;
    FileBlock block;
};

/// Blocks that one of the two has not had yet.
using Line = std::deque<Read>;

Result<bool> take_first(Line& line, FileBlock& block) {
    Read first = std::move(line.front());
    line.pop_front();
    std::swap(block, first.block);
    return std::move(first.more);
}

FileSource one_of_two(std::shared_ptr<FileSource> files, std::shared_ptr<Line> own,
                      std::weak_ptr<Line> of_other) {
    return [files = std::move(files), own = std::move(own),
            of_other = std::move(of_other)](FileBlock& block) -> Result<bool> {
        if (!own->empty()) return take_first(*own, block);
        Result<bool> more = (*files)(block);
        if (const std::shared_ptr<Line> other = of_other.lock()) other->push_back({more, block});
        return more;
    };
}

}  // namespace

TwoSources read_twice(FileSource files) {
    const auto source = std::make_shared<FileSource>(std::move(files));
    const auto first = std::make_shared<Line>();
    const auto second = std::make_shared<Line>();
    return {one_of_two(source, first, second), one_of_two(source, second, first)};
}

}  // namespace firn::workload
