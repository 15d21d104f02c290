#include "core/loading/workload_owners.hpp"

#include <fmt/format.h>

#include <utility>

namespace firn::loading {

workload::FileColumns columns_of_keys(workload::FileColumns columns,
                                      const std::optional<std::uint64_t>& owners) {
    if (owners) columns.owners = false;
    return columns;
}

Result<bool> need_no_keys(const workload::FileColumns& columns, const std::string& what) {
    if (!columns.any()) return true;
    const bool only_owners = columns.prefix_parts == 0 && !columns.keys;
    return failure({.code = "keys-missing",
                    .what = fmt::format("the files of {} have no keys, so nobody knows {}", what,
                                        only_owners ? "their owners" : "their prefixes or keys"),
                    .expected = "a trace or a listing with keys, such as ann/photos/a.jpg",
                    .remedy = only_owners ? "set `workload.owners` to draw their owners"
                                          : "read a trace with keys, or do without what needs them"});
}

OpenedWorkload changed(OpenedWorkload opened, std::function<void(OpenedWorkload&)> change) {
    change(opened);
    if (!opened.again) return opened;
    opened.again = [again = std::move(opened.again), change]() -> Result<OpenedWorkload> {
        auto next = again();
        if (!next) return next.error();
        return changed(std::move(next).value(), change);
    };
    return opened;
}

OpenedWorkload owned(OpenedWorkload opened, const workload::DrawnOwners& owners) {
    return changed(std::move(opened), [owners](OpenedWorkload& workload) {
        workload.files = workload::with_drawn_owners(std::move(workload.files), owners);
        workload.reading += fmt::format(", {} owners drawn", owners.count);
    });
}

}  // namespace firn::loading
