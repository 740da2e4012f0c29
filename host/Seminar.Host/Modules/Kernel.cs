using System.Diagnostics;
using Autofac;
using Autofac.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Forms.Mapping;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Seminar.Contracts.Files;
using Seminar.Contracts.Offer;
using Seminar.Contracts.Themes;
using Seminar.Host.Themes;
using Seminar.Ui;
using Seminar.Workshops;

namespace Seminar.Host.Modules;

/// <summary>
/// Opens the scope of a module, under a small container of its own that holds what the host shares. Never under ASP.NET
/// Core's: its open generics would keep a theme's types for ever, and a notification handler registered there would run
/// once a theme. Never under one container for all: modules open side by side, and Autofac's first lookups in a common
/// parent race.
/// </summary>
internal sealed class Kernel(IServiceProvider host)
{
    private static readonly Lazy<ILookup<Type, ServiceDescriptor>> Framework = new(DescribeFramework);

    /// <summary>
    /// Fills a container for nobody: the first costs more than all that follow, and can be made on another core while the
    /// application is put together.
    /// </summary>
    public static void Prepare()
    {
        using var container = new ContainerBuilder().Build();
        using var scope = container.BeginLifetimeScope("nobody", builder =>
        {
            builder.Populate([]);
            builder.RegisterSource(new FrameworkSource(Framework.Value, "nobody"));
            builder.AddMediator([typeof(WorkshopEngine).Assembly]);
        });
        scope.Resolve<IServiceScopeFactory>();
    }

    /// <param name="module">Key of the module.</param>
    /// <param name="types">The module's own assemblies, when they may be unloaded one day.</param>
    /// <param name="configure">Adds the module's services.</param>
    public ILifetimeScope Open(string module, ThemeLoadContext? types, Action<ContainerBuilder> configure)
    {
        var shared = Share();
        var closing = new ModuleClosing(host.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        var scope = types is null
            ? shared.BeginLifetimeScope(module, Fill)
            : shared.BeginLoadContextLifetimeScope(module, types, Fill);
        scope.CurrentScopeEnding += (_, _) => shared.Dispose();
        return scope;

        void Fill(ContainerBuilder builder)
        {
            builder.Populate([]);
            builder.RegisterSource(new FrameworkSource(Framework.Value, module));
            builder.RegisterInstance(closing);
            builder.RegisterInstance(closing.Lifetime);
            configure(builder);
        }
    }

    private IContainer Share()
    {
        var builder = new ContainerBuilder();
        Add<ILoggerFactory>();
        Add<IConfiguration>();
        Add<IWebHostEnvironment>();
        Add<IHostEnvironment>();
        Add<IHostApplicationLifetime>();
        Add<IHttpContextAccessor>();
        Add<IAntiforgery>();
        Add<IDataProtectionProvider>();
        Add<DiagnosticListener>();
        Add<DiagnosticSource>();
        Add<TimeProvider>();
        Add<IAuthorizationService>();
        Add<ISentFiles>();
        builder.Register(_ => host.GetRequiredService<IThemes>()).ExternallyOwned();
        builder.Register(_ => host.GetRequiredService<ISite>()).ExternallyOwned();
        builder.Register(_ => host.GetRequiredService<IOffer>()).ExternallyOwned();
        return builder.Build();

        void Add<T>()
            where T : class => builder.RegisterInstance(host.GetRequiredService<T>()).ExternallyOwned();
    }

    private static ILookup<Type, ServiceDescriptor> DescribeFramework()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddOptions().AddRouting().AddRazorComponents();
        services.ConfigureHttpJsonOptions(PlainObjects.PutFirst);
        // Components take their values from their endpoints, never from a form; the framework's mapper would prepare for all the same.
        services.Replace(ServiceDescriptor.Scoped<IFormValueMapper, NoFormValues>());
        services.RemoveAll<ILoggerFactory>().RemoveAll<IAntiforgery>().RemoveAll<IDataProtectionProvider>();
        return services.ToLookup(service => service.ServiceType);
    }
}

/// <summary>Gives components nothing of the form that was sent.</summary>
internal sealed class NoFormValues : IFormValueMapper
{
    public bool CanMap(Type valueType, string mappingScopeName, string? formName) => false;

    public void Map(FormValueMappingContext context)
    {
    }
}
