// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import "@openzeppelin/contracts-upgradeable/token/ERC721/ERC721Upgradeable.sol";
import "./Base.sol";
import "./EMetis.sol";

/// Swaps eMetis for METIS after a wait. A ticket is an NFT; what it pays is fixed when it is made. The queue owns no METIS: the
/// backend sends it, and matured tickets are paid first come, first served.
contract RedemptionQueue is ERC721Upgradeable, Base {
    using SafeERC20 for IERC20;

    struct Ticket {
        bool hasBeenRedeemed;
        uint64 maturity;
        uint120 amount;
        uint64 cancelRedemptionFee;
        uint64 lpLockMaturity;
        address lpLockToken;
        uint256 lpLockAmount;
        bool lpClaimed;
    }

    struct Accounting {
        uint128 etherLiabilities;
        uint128 unclaimedFees;
    }

    uint64 private _nextNftId;
    Accounting public redemptionQueueAccounting;
    mapping(uint256 => Ticket) public nftInformation;
    address public EMETIS;
    address public METIS;
    mapping(address => uint256) public lpFactors;

    event EnterRedemptionQueue(
        uint256 indexed nftId,
        address indexed sender,
        address indexed recipient,
        uint256 amountEMetisRedeemed,
        uint120 redemptionFeeAmount,
        uint64 maturityTimestamp,
        uint256 cancelRedemptionFee
    );
    event RedeemRedemptionTicketNft(
        uint256 indexed nftId, address indexed sender, address indexed recipient, uint120 amountOut
    );
    event CancelRedemptionTicketNft(
        uint256 indexed nftId,
        address indexed sender,
        address indexed recipient,
        uint120 eMetisOut,
        uint120 cancelRedemptionFee
    );
    event ReduceRedemptionMaturity(
        uint256 indexed nftId, address lpLockToken, uint256 lpLockAmount, uint64 reduceTime, uint64 newMaturityTimestamp
    );
    event UnlockLpToken(uint256 indexed nftId, address lpToken, uint256 lpAmount);
    event CollectRedemptionFees(address recipient, uint128 collectAmount);

    error NotMatureYet(uint256 currentTime, uint64 maturity);
    error AlreadyRedeemed();
    error Erc721CallerNotOwnerOrApproved();
    error AlreadyReducedMaturity();
    error ReduceTimeExceedsLimit();
    error LpTokenNotLocked();
    error ExceedsCollectedFees(uint128 collectAmount, uint128 accruedAmount);

    modifier nonZeroAddress(address account) {
        require(account != address(0), "RedemptionQueue: zero address");
        _;
    }

    modifier nonZeroAmount(uint256 amount) {
        require(amount > 0, "RedemptionQueue: amount is zero");
        _;
    }

    modifier onlyTicketHolder(uint256 nftId) {
        if (!_isApprovedOrOwner(msg.sender, nftId)) revert Erc721CallerNotOwnerOrApproved();
        _;
    }

    function initialize(address config_) external initializer {
        __Base_init(config_);
        __ERC721_init("eMetisRedemptionTicket", "eMetis Redemption Queue Ticket");
        EMETIS = config.eMetis();
        METIS = config.metis();
        _hold(EMETIS);
        _hold(METIS);
    }

    function enterRedemptionQueue(address recipient, uint120 amountToRedeem)
        external
        nonReentrant
        nonZeroAddress(recipient)
        nonZeroAmount(amountToRedeem)
        returns (uint256 nftId)
    {
        uint120 fee = _share(amountToRedeem, config.redemptionFee());
        uint64 maturity = uint64(block.timestamp) + config.queueLengthSecs();
        uint64 cancelFee = config.cancelRedemptionFee();
        nftId = _nextNftId++;
        Ticket storage ticket = nftInformation[nftId];
        ticket.maturity = maturity;
        ticket.amount = amountToRedeem - fee;
        ticket.cancelRedemptionFee = cancelFee;
        redemptionQueueAccounting.etherLiabilities += ticket.amount;
        redemptionQueueAccounting.unclaimedFees += fee;
        _safeMint(recipient, nftId);
        emit EnterRedemptionQueue(nftId, msg.sender, recipient, amountToRedeem, fee, maturity, cancelFee);
        IERC20(EMETIS).safeTransferFrom(msg.sender, address(this), amountToRedeem);
    }

    /// With LP tokens still locked the NFT stays: it is the claim on them.
    function redeemRedemptionTicketNft(uint256 nftId, address recipient)
        external
        nonReentrant
        nonZeroAddress(recipient)
        onlyTicketHolder(nftId)
    {
        Ticket storage ticket = nftInformation[nftId];
        if (ticket.hasBeenRedeemed) revert AlreadyRedeemed();
        if (block.timestamp < ticket.maturity) revert NotMatureYet(block.timestamp, ticket.maturity);
        ticket.hasBeenRedeemed = true;
        redemptionQueueAccounting.etherLiabilities -= ticket.amount;
        if (!_hasLockedLp(ticket)) _burn(nftId);
        EMetis(EMETIS).minter_burn_from(address(this), ticket.amount);
        IERC20(METIS).safeTransfer(recipient, ticket.amount);
        emit RedeemRedemptionTicketNft(nftId, msg.sender, recipient, ticket.amount);
    }

    /// The deployed contract lacks the first two checks: there a redeemed ticket that still holds LP tokens can be cancelled for
    /// a second payout, and one whose LP tokens were unlocked gets them twice. Here neither is possible.
    function cancelRedemptionTicketNft(address recipient, uint256 nftId)
        external
        nonReentrant
        nonZeroAddress(recipient)
        onlyTicketHolder(nftId)
        returns (uint120 eMetisOut)
    {
        Ticket storage ticket = nftInformation[nftId];
        if (ticket.hasBeenRedeemed) revert AlreadyRedeemed();
        if (ticket.lpClaimed) revert LpTokenNotLocked();
        uint120 fee = _share(ticket.amount, ticket.cancelRedemptionFee);
        eMetisOut = ticket.amount - fee;
        redemptionQueueAccounting.etherLiabilities -= ticket.amount;
        redemptionQueueAccounting.unclaimedFees += fee;
        // lpClaimed stays as it was, as deployed: a reader tells the state of a cancelled ticket by hasBeenRedeemed.
        ticket.hasBeenRedeemed = true;
        _burn(nftId);
        if (ticket.lpLockAmount > 0) IERC20(ticket.lpLockToken).safeTransfer(recipient, ticket.lpLockAmount);
        emit CancelRedemptionTicketNft(nftId, msg.sender, recipient, eMetisOut, fee);
        IERC20(EMETIS).safeTransfer(recipient, eMetisOut);
    }

    /// A token with factor 0 shortens nothing and is locked all the same, as deployed.
    function reduceRedemptionMaturity(uint256 nftId, address lpToken, uint256 lpAmount)
        external
        nonReentrant
        nonZeroAddress(lpToken)
        nonZeroAmount(lpAmount)
        onlyTicketHolder(nftId)
    {
        Ticket storage ticket = nftInformation[nftId];
        if (ticket.lpLockAmount > 0) revert AlreadyReducedMaturity();
        uint64 reduceTime = getReduceTime(lpToken, lpAmount, ticket.amount);
        uint256 left = ticket.maturity > block.timestamp ? ticket.maturity - block.timestamp : 0;
        // The minimum counts from now, not from the entry.
        if (reduceTime + config.minQueueLengthSecs() > left) revert ReduceTimeExceedsLimit();
        ticket.maturity -= reduceTime;
        ticket.lpLockToken = lpToken;
        ticket.lpLockAmount = lpAmount;
        ticket.lpLockMaturity = uint64(block.timestamp) + config.reduceMaturityStakeSecs();
        IERC20(lpToken).safeTransferFrom(msg.sender, address(this), lpAmount);
        emit ReduceRedemptionMaturity(nftId, lpToken, lpAmount, reduceTime, ticket.maturity);
    }

    function unlockLpToken(uint256 nftId) external nonReentrant onlyTicketHolder(nftId) {
        Ticket storage ticket = nftInformation[nftId];
        if (!_hasLockedLp(ticket)) revert LpTokenNotLocked();
        if (block.timestamp < ticket.lpLockMaturity) revert NotMatureYet(block.timestamp, ticket.lpLockMaturity);
        ticket.lpClaimed = true;
        IERC20(ticket.lpLockToken).safeTransfer(msg.sender, ticket.lpLockAmount);
        emit UnlockLpToken(nftId, ticket.lpLockToken, ticket.lpLockAmount);
        if (ticket.hasBeenRedeemed) _burn(nftId);
    }

    function setLpFactor(address lpToken, uint256 factor) external onlyRole(BACKEND_ROLE) nonZeroAddress(lpToken) {
        lpFactors[lpToken] = factor;
    }

    function collectRedemptionFees(uint128 collectAmount) external onlyOperatorOrTimeLock nonZeroAmount(collectAmount) {
        uint128 accrued = redemptionQueueAccounting.unclaimedFees;
        if (collectAmount > accrued) revert ExceedsCollectedFees(collectAmount, accrued);
        redemptionQueueAccounting.unclaimedFees = accrued - collectAmount;
        address recipient = config.protocolTreasury();
        IERC20(EMETIS).safeTransfer(recipient, collectAmount);
        emit CollectRedemptionFees(recipient, collectAmount);
    }

    /// Seconds that `lpAmount` takes off a ticket of `redeemAmount`; cut to 64 bits without a check, as deployed.
    function getReduceTime(address lpToken, uint256 lpAmount, uint256 redeemAmount) public view returns (uint64) {
        return uint64((lpFactors[lpToken] * lpAmount) / redeemAmount);
    }

    function estimateLpAmount(address lpToken, uint64 reduceTime, uint256 redeemAmount)
        external
        view
        returns (uint256 lpAmount, uint256 amount0, uint256 amount1)
    {
        lpAmount = (redeemAmount * reduceTime) / lpFactors[lpToken];
        (bool answered, bytes memory reserves) = lpToken.staticcall(abi.encodeWithSignature("getReserves()"));
        require(answered, "RedemptionQueue: getReserves failed");
        (uint256 reserve0, uint256 reserve1,) = abi.decode(reserves, (uint112, uint112, uint32));
        uint256 supply = IERC20(lpToken).totalSupply();
        amount0 = (lpAmount * reserve0) / supply;
        amount1 = (lpAmount * reserve1) / supply;
    }

    function _share(uint120 amount, uint64 ratio) private pure returns (uint120) {
        return uint120((uint256(amount) * ratio) / FEE_PRECISION);
    }

    function _hasLockedLp(Ticket storage ticket) private view returns (bool) {
        return ticket.lpLockAmount > 0 && !ticket.lpClaimed;
    }
}
