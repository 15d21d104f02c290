#pragma once

#include "core/report/provenance.hpp"
#include "core/scenario/scenario.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

// The JSON library is named in this header and in the .cpp files of core/report only.
namespace firn::report {

/// Keeps the order in which keys were written.
using Json = nlohmann::ordered_json;

/// The `firn` object of an answer.
[[nodiscard]] Json provenance_json(const Provenance& provenance);

/// A count as an integer; above 2^64 - 1, which JSON readers cannot hold, as a decimal string.
[[nodiscard]] Json count_json(UInt128 count);

/// Microseconds; null when absent.
[[nodiscard]] Json duration_json(const std::optional<Duration>& duration);

/// {fetch_latency, fetch_rate, upload_latency, upload_rate}, each {value, evidence}: the setting as text, and
/// "measured" or "assumed".
[[nodiscard]] Json pipeline_json(const scenario::Pipeline& pipeline);

/// Indented by two blanks, with a line end. Text that is not UTF-8 (a file's name) is shown with replacement
/// characters.
[[nodiscard]] std::string json_text(const Json& json);

}  // namespace firn::report
