using System.Diagnostics;
using Autofac;
using Autofac.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Seminar.Contracts.Themes;
using Seminar.Host.Themes;
using Seminar.Ui;

namespace Seminar.Host.Modules;

/// <summary>
/// The small container that every module's scope hangs under. Not ASP.NET Core's own: its open generics would keep a
/// theme's types for ever, and a notification handler registered there would run once a theme.
/// </summary>
internal sealed class Kernel : IDisposable
{
    private static readonly Lazy<ServiceDescriptor[]> Framework = new(DescribeFramework);

    private readonly IContainer _container;

    public Kernel(IServiceProvider host)
    {
        var builder = new ContainerBuilder();
        Share<ILoggerFactory>();
        Share<IConfiguration>();
        Share<IWebHostEnvironment>();
        Share<IHostEnvironment>();
        Share<IHostApplicationLifetime>();
        Share<IHttpContextAccessor>();
        Share<IAntiforgery>();
        Share<IDataProtectionProvider>();
        Share<DiagnosticListener>();
        Share<DiagnosticSource>();
        Share<TimeProvider>();
        Share<IAuthorizationService>();
        builder.Register(_ => host.GetRequiredService<IThemes>()).ExternallyOwned();
        builder.Register(_ => host.GetRequiredService<ISite>()).ExternallyOwned();
        _container = builder.Build();

        void Share<T>()
            where T : class => builder.RegisterInstance(host.GetRequiredService<T>()).ExternallyOwned();
    }

    /// <summary>Opens the scope of a module whose types may be unloaded one day.</summary>
    public ILifetimeScope Open(string module, ThemeLoadContext? types, Action<ContainerBuilder> configure)
    {
        void Fill(ContainerBuilder builder)
        {
            // The tag makes the framework's singletons the module's own.
            builder.Populate(Framework.Value, module);
            configure(builder);
        }

        return types is null
            ? _container.BeginLifetimeScope(module, Fill)
            : _container.BeginLoadContextLifetimeScope(module, types, Fill);
    }

    public void Dispose() => _container.Dispose();

    private static ServiceDescriptor[] DescribeFramework()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddOptions().AddRouting().AddRazorComponents();
        services.RemoveAll<ILoggerFactory>().RemoveAll<IAntiforgery>().RemoveAll<IDataProtectionProvider>();
        return [.. services];
    }
}
