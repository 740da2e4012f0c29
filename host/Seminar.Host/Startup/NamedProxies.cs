using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Seminar.Host.Startup;

/// <summary>
/// Believes a reverse proxy when it says that the page was asked for over HTTPS, and by whom: only the proxies that
/// <c>Seminar:Proxies</c> names (addresses or networks, separated by commas). Anyone else can write the same headers.
/// </summary>
internal static class NamedProxies
{
    public const string Setting = "Seminar:Proxies";

    public static void UseNamedProxies(this WebApplication app)
    {
        var named = (app.Configuration[Setting] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (named.Length == 0)
        {
            return;
        }

        // Never X-Forwarded-Host: the proxy hands the Host header on as it is.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var each in named)
        {
            options.KnownIPNetworks.Add(Read(each));
        }

        app.UseForwardedHeaders(options);
    }

    private static System.Net.IPNetwork Read(string named) =>
        System.Net.IPNetwork.TryParse(named, out var network) ? network
        : IPAddress.TryParse(named, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new InvalidOperationException($"{Setting} nomme « {named} », qui n’est ni une adresse (10.0.0.2) ni un réseau (10.0.0.0/8).");
}
