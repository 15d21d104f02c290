#pragma once

#include "core/diag/result.hpp"
#include "core/loading/open_workload.hpp"
#include "core/workload/drawn_owners.hpp"
#include "core/workload/file_columns.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace firn::loading {

/// What is left to be told by the keys where owners are drawn.
[[nodiscard]] workload::FileColumns columns_of_keys(workload::FileColumns columns,
                                                    const std::optional<std::uint64_t>& owners);

/// Error `keys-missing`: `columns` that keys would have to tell are asked for of files that have none. `what`
/// names them: "a growth model".
[[nodiscard]] Result<bool> need_no_keys(const workload::FileColumns& columns, const std::string& what);

/// The workload with this done to it, each time that it is opened.
[[nodiscard]] OpenedWorkload changed(OpenedWorkload opened, std::function<void(OpenedWorkload&)> change);

/// The workload with drawn owners.
[[nodiscard]] OpenedWorkload owned(OpenedWorkload opened, const workload::DrawnOwners& owners);

}  // namespace firn::loading
