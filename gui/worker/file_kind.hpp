#pragma once

#include <string>

namespace firn::gui {

/// What a file is to the window, by what it says.
enum class FileKind {
    scenario,    ///< YAML: what all pages show
    usage,       ///< YAML: what was used, to be priced
    comparison,  ///< YAML: alternatives
    budget,      ///< JSON of `firn forecast --freeze`
    bill,        ///< JSON of `firn bill`
    statement,   ///< what a vendor reports, as io::read_statement() takes it
    files        ///< anything else: a trace, a listing, a folder, monthly totals
};

/// A file that cannot be read is `files`, whose reading says why.
[[nodiscard]] FileKind kind_of_file(const std::string& path);

}  // namespace firn::gui
