#include "gui/desktop_colours.hpp"

#include "gui/settings_watch.hpp"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QPalette>
#include <QVariant>

#include <optional>
#include <utility>

namespace firn::gui {

namespace {

constexpr int kPortalTimeout = 200;  // milliseconds: a window does not wait for a desktop that is slow to say

QString service() { return QStringLiteral("org.freedesktop.portal.Desktop"); }

/// The portal wraps its answers in variants, once or twice.
QVariant unwrapped(QVariant value) {
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

/// 1 prefers dark, 2 light, 0 has no preference; absent without a portal.
std::optional<uint> portal_scheme() {
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected() || !bus.interface()->isServiceRegistered(service())) return std::nullopt;
    QDBusMessage call = QDBusMessage::createMethodCall(
        service(), QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("Read"));
    call << QStringLiteral("org.freedesktop.appearance") << QStringLiteral("color-scheme");
    const QDBusMessage answer = bus.call(call, QDBus::Block, kPortalTimeout);
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty()) return std::nullopt;
    return unwrapped(answer.arguments().constFirst()).toUInt();
}

}  // namespace

bool desktop_is_dark() {
    static const bool platform_is_dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    const auto scheme = portal_scheme();
    if (scheme && *scheme != 0) return *scheme == 1;
    return platform_is_dark;
}

void watch_desktop_colours(std::function<void()> changed) {
    auto* watch = new SettingsWatch{std::move(changed), QCoreApplication::instance()};
    QDBusConnection::sessionBus().connect(service(), QStringLiteral("/org/freedesktop/portal/desktop"),
                                          QStringLiteral("org.freedesktop.portal.Settings"),
                                          QStringLiteral("SettingChanged"), watch, SLOT(notice()));
}

}  // namespace firn::gui
