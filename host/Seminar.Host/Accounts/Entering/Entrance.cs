using Microsoft.AspNetCore.Identity;
using Seminar.Host.Accounts.Store;

namespace Seminar.Host.Accounts.Entering;

/// <summary>Lets someone of the team in: by the password, then by the second factor when there is one.</summary>
internal sealed class Entrance(
    UserManager<Account> users, AddressAttempts attempts, SecondFactor factor, AccountChanges changes, AccountSessions sessions)
{
    public async Task<EntranceAnswer> TryPasswordAsync(HttpContext context, string? email, string? password)
    {
        var address = users.NormalizeEmail(email?.Trim()) ?? "";
        if (!await attempts.TryAsync(address, context.RequestAborted))
        {
            return EntranceAnswer.TooMany;
        }

        var account = address.Length == 0 ? null : await users.FindByEmailAsync(address);
        if (!await IsRightAsync(account, password, context.RequestAborted))
        {
            return EntranceAnswer.Wrong;
        }

        if (account!.TwoFactor)
        {
            await attempts.GiveBackAsync(address, context.RequestAborted);
        }

        return await LetInAsync(context, account);
    }

    public async Task<EntranceAnswer> TrySecondStepAsync(HttpContext context, string? code)
    {
        if (await WaitingAsync(context) is not { } account)
        {
            return EntranceAnswer.Nobody;
        }

        if (!await attempts.TryAsync(account.NormalizedEmail, context.RequestAborted))
        {
            return EntranceAnswer.TooMany;
        }

        return await factor.UseAsync(account, code, context.RequestAborted) ? await OpenAsync(context, account) : EntranceAnswer.Wrong;
    }

    /// <summary>Who gave the right password and still has to give a code; null when nobody does, or the account has changed since.</summary>
    public async Task<Account?> WaitingAsync(HttpContext context) =>
        await WaitingCookie.ReadAsync(context) is var (id, stamp)
        && await users.FindByIdAsync(id.ToString()) is { ClosedAt: null, TwoFactor: true } account
        && account.SecurityStamp == stamp
            ? account
            : null;

    /// <summary>Whoever gave the right password, or is vouched for by another sign-in service.</summary>
    public async Task<EntranceAnswer> LetInAsync(HttpContext context, Account account)
    {
        if (!account.TwoFactor)
        {
            return await OpenAsync(context, account);
        }

        await WaitingCookie.WriteAsync(context, account);
        return EntranceAnswer.SecondStep;
    }

    /// <summary>The password of someone who is in already, before a change that matters.</summary>
    public async Task<EntranceAnswer> ConfirmAsync(HttpContext context, Account account, string? password)
    {
        if (!await attempts.TryAsync(account.NormalizedEmail, context.RequestAborted))
        {
            return EntranceAnswer.TooMany;
        }

        if (!await IsRightAsync(account, password, context.RequestAborted))
        {
            return EntranceAnswer.Wrong;
        }

        await attempts.ForgetAsync(account.NormalizedEmail, context.RequestAborted);
        return EntranceAnswer.Entered;
    }

    private async Task<EntranceAnswer> OpenAsync(HttpContext context, Account account)
    {
        if (!await sessions.OpenAsync(context, account))
        {
            return EntranceAnswer.Wrong;
        }

        await attempts.ForgetAsync(account.NormalizedEmail, context.RequestAborted);
        await WaitingCookie.RemoveAsync(context);
        return EntranceAnswer.Entered;
    }

    /// <summary>An address without account costs the time of a check too, so that the answer's delay tells nothing.</summary>
    private async Task<bool> IsRightAsync(Account? account, string? password, CancellationToken cancel)
    {
        if (account is not { ClosedAt: null, PasswordHash: { } hash })
        {
            _ = users.PasswordHasher.HashPassword(new Account(), password ?? "");
            return false;
        }

        var verdict = users.PasswordHasher.VerifyHashedPassword(account, hash, password ?? "");
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            await changes.RenewHashAsync(account, users.PasswordHasher.HashPassword(account, password!), cancel);
        }

        return verdict != PasswordVerificationResult.Failed;
    }
}

/// <summary>What became of an attempt to enter.</summary>
internal enum EntranceAnswer
{
    /// <summary>In.</summary>
    Entered,

    /// <summary>Right so far; the second factor is asked for.</summary>
    SecondStep,

    /// <summary>Not right, whatever was wrong.</summary>
    Wrong,

    /// <summary>Nothing was checked: too many attempts at this address.</summary>
    TooMany,

    /// <summary>A code, from someone who gave no password before.</summary>
    Nobody,
}
