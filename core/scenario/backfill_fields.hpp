#pragma once

#include "core/scenario/field.hpp"

#include <cstdint>
#include <vector>

namespace firn::scenario {

/// Most files of a backfill of which no listing tells the sizes: they are drawn one after the other, and so
/// many take about as long as the most requests of a restore.
inline constexpr std::int64_t kMostDrawnFiles = 1'000'000'000;

/// What lies there already: archives of several classes and ages (`stock.parts`), and files that are to be
/// stored (`backfill`).
void add_backfill(std::vector<Field>& table);

/// The sections that they lie in.
void add_backfill_sections(std::vector<Section>& sections);

}  // namespace firn::scenario
