using Microsoft.AspNetCore.Identity;
using Seminar.Host.Accounts.Entering;
using Seminar.Host.Accounts.FirstAccount;
using Seminar.Host.Accounts.Links;
using Seminar.Host.Accounts.Mail;
using Seminar.Host.Accounts.MyAccount;
using Seminar.Host.Accounts.OtherService;
using Seminar.Host.Accounts.Publication;
using Seminar.Host.Accounts.Rights;
using Seminar.Host.Accounts.Store;
using Seminar.Host.Accounts.Team;
using Seminar.Host.Audit;

namespace Seminar.Host.Accounts;

/// <summary>The team's accounts: what they need, and their pages.</summary>
internal static class AccountsStartup
{
    public static void AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<AccountsDatabase>();
        services.AddSingleton<AccountDirectory>();
        services.AddSingleton<AccountChanges>();
        services.AddSingleton<AccountSessions>();
        services.AddSingleton<AddressAttempts>();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<AccountStore>();
        services.AddScoped<Entrance>();
        services.AddSingleton<FirstAccountLink>();
        services.AddSingleton<EntryAttempts>();
        services.AddSingleton<EmailThrottle>();
        services.AddSingleton<DeviceCookie>();
        services.AddSingleton<Trail>();
        services.AddSingleton<Post>();
        services.AddSingleton<ForgottenPasswords>();
        services.AddHostedService(provider => provider.GetRequiredService<ForgottenPasswords>());
        services.AddSingleton<RoleRegister>();
        services.AddSingleton<AccountClosing>();
        services.AddScoped<NewAccount>();
        services.AddScoped<OneTimeLinks>();
        services.AddTransient<OneTimeLinkProvider>();
        services.AddIdentityCore<Account>(options =>
        {
            options.Password.RequiredLength = Passwords.Shortest;
            options.Password.RequiredUniqueChars = Passwords.Distinct;
            options.Password.RequireDigit = options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            // The name that one signs in with is an e-mail address, checked where it is typed.
            options.User.AllowedUserNameCharacters = "";
            options.Tokens.ProviderMap[OneTimeLinks.Provider] = new TokenProviderDescriptor(typeof(OneTimeLinkProvider));
        })
            .AddUserStore<AccountStore>();
        OtherSignInService.Add(services, configuration);
    }

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapEntering();
        routes.MapSecondStep();
        routes.MapOwnPlace();
        routes.MapOtherService();
        routes.MapFirstAccount();
        routes.MapChoosingPassword();
        routes.MapMyAccount();
        routes.MapTeam();
        routes.MapPublication();
        routes.MapRights();
        routes.MapTrail();
    }
}
