#include "core/usage/usage.hpp"

namespace firn::usage {

std::string_view to_text(DeletionCause cause) {
    switch (cause) {
        case DeletionCause::deletion:
            return "delete";
        case DeletionCause::overwrite:
            return "overwrite";
        case DeletionCause::transition:
            return "transition";
    }
    return {};
}

}  // namespace firn::usage
