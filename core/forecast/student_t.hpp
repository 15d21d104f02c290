#pragma once

namespace firn::forecast {

/// The quantile of Student's t distribution: student_t_quantile(0.975, 131) == 1.97824...
/// `probability` is above 0 and below 1, `degrees` of freedom at least 1; exact to ten digits. Found by
/// bisection of the regularised incomplete beta function (its continued fraction: Abramowitz and
/// Stegun 26.5.8).
[[nodiscard]] double student_t_quantile(double probability, double degrees);

}  // namespace firn::forecast
