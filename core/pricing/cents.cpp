#include "core/pricing/cents.hpp"

namespace firn::pricing {

bool is_of_cents(Rounding rounding) {
    switch (rounding) {
        case Rounding::invoice:
        case Rounding::estimate:
        case Rounding::faq_2012:
            return true;
        case Rounding::exact:
        case Rounding::report:
            return false;
    }
    return false;
}

}  // namespace firn::pricing
