#pragma once

#include "core/usage/usage.hpp"
#include "core/yaml/map_reader.hpp"

#include <optional>

/// The readers of a usage file's parts. Each reports what is wrong to the Reading and returns nothing when
/// the entry cannot be used.
namespace firn::yaml {

[[nodiscard]] usage::Rules read_rules(const Node& node, Reading& reading);
[[nodiscard]] std::optional<usage::Storage> read_storage(const Node& node, Reading& reading);
[[nodiscard]] std::optional<usage::Upload> read_upload(const Node& node, Reading& reading);
[[nodiscard]] std::optional<usage::Requests> read_requests(const Node& node, Reading& reading);
[[nodiscard]] std::optional<usage::Retrieval> read_retrieval(const Node& node, Reading& reading);
[[nodiscard]] std::optional<usage::Copy> read_copy(const Node& node, Reading& reading);
[[nodiscard]] std::optional<usage::Deletion> read_deletion(const Node& node, Reading& reading);
[[nodiscard]] std::optional<usage::Capacity> read_capacity(const Node& node, Reading& reading);
[[nodiscard]] std::optional<usage::Staging> read_staging(const Node& node, Reading& reading);
[[nodiscard]] std::optional<usage::Metered> read_metered(const Node& node, Reading& reading);
[[nodiscard]] std::optional<usage::PriceOverride> read_price_override(const Node& node, Reading& reading);

}  // namespace firn::yaml
