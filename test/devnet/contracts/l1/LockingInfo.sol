// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {OwnableUpgradeable} from "@openzeppelin/contracts-upgradeable/access/OwnableUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IL1Bridge} from "../bridge/IL1Bridge.sol";

/// Escrow of the sequencer pool: holds every locked METIS and every unclaimed reward, and logs each change of a lock.
/// Only the pool (`manager`) may move anything. `totalLocked` counts principal alone.
contract LockingInfo is OwnableUpgradeable {
    using SafeERC20 for IERC20;

    address public manager;
    address public bridge;
    address public l1Token;
    address public l2Token;
    address public rewardPayer;
    uint256 public l2ChainId;
    uint256 public minLock;
    uint256 public maxLock;
    uint256 public totalLocked;
    uint256 public totalRewardsLiquidated;

    event Locked(
        address indexed signer,
        uint256 indexed sequencerId,
        uint256 nonce,
        uint256 indexed activationBatch,
        uint256 amount,
        uint256 total,
        bytes signerPubkey
    );
    event Relocked(uint256 indexed sequencerId, uint256 amount, uint256 total);
    event Withdraw(uint256 indexed sequencerId, uint256 amount);
    event LockUpdate(uint256 indexed sequencerId, uint256 indexed nonce, uint256 indexed newAmount);
    event ClaimRewards(
        uint256 indexed sequencerId, address recipient, uint256 indexed amount, uint256 indexed totalAmount
    );
    event UnlockInit(
        address indexed user,
        uint256 indexed sequencerId,
        uint256 nonce,
        uint256 deactivationBatch,
        uint256 deactivationTime,
        uint256 unlockClaimTime,
        uint256 indexed amount
    );
    event Unlocked(address indexed user, uint256 indexed sequencerId, uint256 amount, uint256 total);
    event BatchSubmitReward(uint256 newBatchId);
    event SignerChange(
        uint256 indexed sequencerId,
        uint256 nonce,
        address indexed oldSigner,
        address indexed newSigner,
        bytes signerPubkey
    );
    event SetMinLock(uint256 newMinLock);
    event SetMaxLock(uint256 newMaxLock);
    event SetRewardPayer(address payer);

    error NotManager();

    modifier onlyManager() {
        if (msg.sender != manager) revert NotManager();
        _;
    }

    function initialize(address bridge_, address l1Token_, address l2Token_, uint256 l2ChainId_) external initializer {
        __Ownable_init();
        bridge = bridge_;
        l1Token = l1Token_;
        l2Token = l2Token_;
        l2ChainId = l2ChainId_;
        minLock = 20_000 ether;
        maxLock = 100_000 ether;
    }

    function initManager(address manager_) external onlyOwner {
        require(manager == address(0), "LockingInfo: manager is set");
        manager = manager_;
    }

    function setMinLock(uint256 amount) external onlyOwner {
        minLock = amount;
        emit SetMinLock(amount);
    }

    function setMaxLock(uint256 amount) external onlyOwner {
        require(amount >= minLock, "LockingInfo: below the minimum");
        maxLock = amount;
        emit SetMaxLock(amount);
    }

    function setRewardPayer(address payer) external onlyOwner {
        rewardPayer = payer;
        emit SetRewardPayer(payer);
    }

    /// A new sequencer; METIS is approved to this contract, not to the pool.
    function lock(
        address from,
        uint256 seqId,
        address signer,
        uint256 amount,
        uint256 activationBatch,
        bytes calldata pubkey
    ) external onlyManager {
        IERC20(l1Token).safeTransferFrom(from, address(this), amount);
        totalLocked += amount;
        emit Locked(signer, seqId, 1, activationBatch, amount, totalLocked, pubkey);
    }

    /// `reward` is in this contract already: locking it only turns it into principal. The token logs a transfer of `amount` even
    /// when that is zero.
    function relock(address from, uint256 seqId, uint256 nonce, uint256 amount, uint256 reward, uint256 newAmount)
        external
        onlyManager
    {
        IERC20(l1Token).safeTransferFrom(from, address(this), amount);
        totalLocked += amount + reward;
        emit Relocked(seqId, amount + reward, totalLocked);
        emit LockUpdate(seqId, nonce, newAmount);
    }

    function withdraw(address to, uint256 seqId, uint256 nonce, uint256 amount, uint256 newAmount)
        external
        onlyManager
    {
        totalLocked -= amount;
        IERC20(l1Token).safeTransfer(to, amount);
        emit Withdraw(seqId, amount);
        emit LockUpdate(seqId, nonce, newAmount);
    }

    /// The payer funds each batch when it is submitted; a short balance or allowance fails the whole batch.
    function distribute(uint256 batchId, uint256 amount) external onlyManager {
        IERC20(l1Token).safeTransferFrom(rewardPayer, address(this), amount);
        emit BatchSubmitReward(batchId);
    }

    function claimRewards(uint256 seqId, address recipient, uint256 amount, uint32 l2Gas)
        external
        payable
        onlyManager
    {
        _liquidate(seqId, recipient, amount, l2Gas);
    }

    function unlockInit(
        address signer,
        uint256 seqId,
        uint256 nonce,
        uint256 batch,
        uint256 claimTime,
        address recipient,
        uint256 reward,
        uint32 l2Gas
    ) external payable onlyManager {
        _liquidate(seqId, recipient, reward, l2Gas);
        emit UnlockInit(signer, seqId, nonce, batch, block.timestamp, claimTime, reward);
    }

    function unlockClaim(
        address owner_,
        uint256 seqId,
        uint256 amount,
        address recipient,
        uint256 reward,
        uint32 l2Gas
    ) external payable onlyManager {
        totalLocked -= amount;
        IERC20(l1Token).safeTransfer(owner_, amount);
        if (reward > 0) _liquidate(seqId, recipient, reward, l2Gas);
        emit Unlocked(owner_, seqId, amount, totalLocked);
    }

    function logSignerChange(uint256 seqId, uint256 nonce, address from, address to, bytes calldata pubkey)
        external
        onlyManager
    {
        emit SignerChange(seqId, nonce, from, to, pubkey);
    }

    /// Logs a claim even of nothing, as the first step of every exit makes it.
    function _liquidate(uint256 seqId, address recipient, uint256 amount, uint32 l2Gas) private {
        _toL2(recipient, amount, l2Gas);
        totalRewardsLiquidated += amount;
        emit ClaimRewards(seqId, recipient, amount, totalRewardsLiquidated);
    }

    function _toL2(address recipient, uint256 amount, uint32 l2Gas) private {
        if (amount == 0) return;
        IERC20(l1Token).safeApprove(bridge, amount);
        IL1Bridge(bridge).depositERC20ToByChainId{value: msg.value}(
            l2ChainId, l1Token, l2Token, recipient, amount, l2Gas, ""
        );
    }
}
