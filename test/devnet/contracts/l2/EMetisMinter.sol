// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import "./Base.sol";
import "./EMetis.sol";
import "./IL2Bridge.sol";
import "./IMessenger.sol";
import "./SeMetis.sol";

/// Takes METIS and gives eMetis one to one, or seMetis in the same step. Holds the METIS until the backend moves it.
contract EMetisMinter is Base {
    using SafeERC20 for IERC20;

    address public metis;
    address public eMetis;
    address public seMetis;
    address public rewardDispatcher;
    address public bridge;
    address public crossDomainMessenger;

    event Minted(address indexed account, uint256 amount, bool deposit, address indexed inviter);
    event DepositToL1Dealer(uint256 amount);

    modifier nonZero(uint256 amount) {
        require(amount > 0, "EMetisMinter: amount is zero");
        _;
    }

    /// Stakes the first METIS for the deployer: a vault that is never empty cannot have its price inflated by a gift.
    function initialize(address config_) external initializer {
        __Base_init(config_);
        metis = config.metis();
        eMetis = config.eMetis();
        seMetis = config.seMetis();
        rewardDispatcher = config.rewardDispatcher();
        bridge = config.bridge();
        crossDomainMessenger = IL2Bridge(bridge).messenger();
        _hold(metis);
        _stake(msg.sender, INITIAL_DEPOSIT_AMOUNT);
    }

    /// An inviter without an InviterNFT is dropped in silence. Only staking is gated: a plain mint works even when paused.
    function mint(address account, uint256 amount, bool deposit, address inviter) external nonReentrant {
        if (deposit) _stake(account, amount);
        else _mintFor(account, amount);
        bool known = inviter != address(0) && IERC721(config.inviterNFT()).balanceOf(inviter) > 0;
        emit Minted(account, amount, deposit, known ? inviter : address(0));
    }

    /// The message with which the Dealer on L1 reports rewards.
    function mintFromL1(uint256 amount) external whenNotPaused nonReentrant nonZero(amount) {
        require(msg.sender == crossDomainMessenger, "EMetisMinter: caller is not the crossDomainMessenger");
        address sender = IMessenger(crossDomainMessenger).xDomainMessageSender();
        require(sender == config.l1Dealer(), "EMetisMinter: caller is not the l1Dealer");
        EMetis(eMetis).minter_mint(rewardDispatcher, amount);
    }

    function depositToL1Dealer(uint256 amount) external payable onlyRole(BACKEND_ROLE) nonZero(amount) {
        IERC20(metis).approve(bridge, amount);
        IL2Bridge(bridge).withdrawTo{value: msg.value}(metis, config.l1Dealer(), amount, 0, "");
        emit DepositToL1Dealer(amount);
    }

    function depositToRedemptionQueue(uint256 amount) external payable onlyRole(BACKEND_ROLE) nonZero(amount) {
        IERC20(metis).safeTransfer(config.redemptionQueue(), amount);
    }

    /// Turns the treasury's eMetis, which the dispatcher holds, into METIS without the queue.
    function redeemToTreasury(uint256 amount) external internalOnly(rewardDispatcher) {
        EMetis(eMetis).minter_burn_from(rewardDispatcher, amount);
        IERC20(metis).safeTransfer(config.protocolTreasury(), amount);
    }

    function _stake(address account, uint256 amount) private forUser {
        _mintFor(address(this), amount);
        IERC20(eMetis).approve(seMetis, amount);
        SeMetis(payable(seMetis)).depositFromEMetisMinter(amount, account);
    }

    function _mintFor(address account, uint256 amount) private nonZero(amount) {
        IERC20(metis).safeTransferFrom(msg.sender, address(this), amount);
        EMetis(eMetis).minter_mint(account, amount);
    }
}
