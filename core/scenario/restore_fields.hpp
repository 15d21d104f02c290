#pragma once

#include "core/scenario/field.hpp"

#include <vector>

namespace firn::scenario {

/// Who asks for files (`restores`), and the way from the vault to a file (`retrieval`).
void add_restores(std::vector<Field>& table);

void add_restore_section(std::vector<Section>& sections);

/// After all sections that retrieve: its settings count only beside one of them.
void add_retrieval_section(std::vector<Section>& sections);

}  // namespace firn::scenario
