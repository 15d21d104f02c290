#pragma once

#include <string>

namespace firn::answers {

/// What a file is, by what it says.
enum class FileKind {
    scenario,    ///< YAML
    usage,       ///< YAML: what was used, to be priced
    comparison,  ///< YAML: alternatives
    budget,      ///< JSON of `firn forecast --freeze`
    bill,        ///< JSON of `firn bill`
    statement,   ///< what a vendor reports, as io::read_statement() takes it
    files,       ///< a trace, a listing, a folder, monthly totals
    unknown,     ///< none of these
};

/// Looks at the beginning of the file, plain or gzip; its name counts only for YAML. A folder whose files are
/// all usage files, bills or statements is of that kind. What cannot be read is `files`, whose reading says
/// why.
[[nodiscard]] FileKind kind_of_file(const std::string& path);

}  // namespace firn::answers
